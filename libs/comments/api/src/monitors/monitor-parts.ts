import { CommentMatching } from './comment-matching.repository';
import { MonitorRematchJob } from './jobs/monitor-rematch.job';
import { MonitorMarks } from './monitor-marks';
import { MonitorPreviewer } from './monitor-preview';
import { MonitorPreviewQuery } from './monitor-preview.query';
import { MonitorProgressReports } from './monitor-progress';
import { MonitorRematchRepository } from './monitor-rematch.repository';
import { MonitorRematcher } from './monitor-rematcher';
import { MonitorRepository } from './monitor.repository';

/** What the comments module provides for monitors. */
export const MONITOR_PARTS = [
  MonitorRepository,
  CommentMatching,
  MonitorMarks,
  MonitorPreviewQuery,
  MonitorPreviewer,
  MonitorRematchRepository,
  MonitorRematcher,
  MonitorProgressReports,
  MonitorRematchJob,
];
