import { Module, type DynamicModule } from '@nestjs/common';
import { READ_SCOPE, type ReadScope } from '@moodline/shared/http';
import { Database } from './database';
import { readingApart } from './reader/reading-apart';
import { asReader } from './reader/reader-scope';

/** Makes the {@link Database} injectable everywhere. */
@Module({})
export class DatabaseModule {
  /** @param readerUrl where reading that is marked with `@ReadsOnly()` goes; without it, the same way as everything else */
  static forRoot(url: string, readerUrl?: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: Database,
          useFactory: () => (readerUrl ? readingApart(new Database(url), readerUrl) : new Database(url)),
        },
        { provide: READ_SCOPE, useValue: asReader satisfies ReadScope },
      ],
      exports: [Database, READ_SCOPE],
    };
  }
}
