import { Module } from '@nestjs/common';
import { ScopeReader } from './facts/scope-reader';
import { ScopeNamesQuery } from './queries/scope-names.query';

/** Facts with types and the sentences made from them. */
@Module({ providers: [ScopeReader, ScopeNamesQuery], exports: [ScopeReader] })
export class NarrationModule {}
