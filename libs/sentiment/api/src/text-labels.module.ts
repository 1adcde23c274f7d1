import { Module } from '@nestjs/common';
import { LabelVersions } from './roles/label-versions.repository';
import { TextLabeller } from './text-labeller';

/** Labels texts for other domains, without anything that runs by itself. */
@Module({ providers: [LabelVersions, TextLabeller], exports: [TextLabeller] })
export class TextLabelsModule {}
