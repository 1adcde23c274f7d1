import { Module, type DynamicModule } from '@nestjs/common';
import type * as http from '@moodline/shared/http';
import { Database } from './database';
import type { Reader } from './reader/reader-role';
import { readingApart } from './reader/reading-apart';
import { asReader } from './reader/reader-scope';

/** The compiler sees to it that it is the same; importing it would bring controllers to whoever only wants a database. */
const READ_SCOPE: typeof http.READ_SCOPE = 'ReadScope';

/** Makes the {@link Database} injectable everywhere. */
@Module({})
export class DatabaseModule {
  /** @param reader where reading that is marked with `@ReadsOnly()` goes; without it, the same way as everything else */
  static forRoot(url: string, reader?: Reader): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: Database,
          useFactory: () => (reader ? readingApart(new Database(url), reader) : new Database(url)),
        },
        { provide: READ_SCOPE, useValue: asReader satisfies http.ReadScope },
      ],
      exports: [Database, READ_SCOPE],
    };
  }
}
