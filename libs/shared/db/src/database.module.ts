import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from './database';

/** Makes the {@link Database} injectable everywhere. */
@Module({})
export class DatabaseModule {
  static forRoot(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => new Database(url) }],
      exports: [Database],
    };
  }
}
