import { RelabellingJob } from '../jobs/relabelling.job';
import { Relabeller } from './relabeller';
import { RelabellingCountsQuery } from './relabelling-counts.query';
import { RelabellingOutcomeQuery } from './relabelling-outcome.query';
import { RelabellingPlanner } from './relabelling-planner';
import { RelabellingScopes } from './relabelling-scopes';
import { RelabellingSpeed } from './relabelling-speed';
import { RelabellingViewer } from './relabelling-viewer';
import { RelabellingWatch } from './relabelling-watch';
import { RelabellingRepository } from './relabelling.repository';

/** What labels comments again beside the labels that count. */
export const RELABELLING = [
  RelabellingRepository,
  RelabellingCountsQuery,
  RelabellingOutcomeQuery,
  RelabellingWatch,
  RelabellingSpeed,
  RelabellingScopes,
  RelabellingViewer,
  RelabellingPlanner,
  Relabeller,
  RelabellingJob,
];
