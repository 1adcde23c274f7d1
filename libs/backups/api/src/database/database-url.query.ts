import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Where the database is: a backup reads it over a connection of its own. */
@Injectable()
export class DatabaseUrl {
  constructor(private readonly database: Database) {}

  get url(): string {
    return this.database.url;
  }
}
