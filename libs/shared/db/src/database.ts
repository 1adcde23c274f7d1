import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { withExactNumbers } from './exact-numbers';
import { PrismaClient, type Prisma } from './generated/prisma/client';

/** What a repository method takes when it may run inside somebody else's transaction. */
export type Transaction = Prisma.TransactionClient;

/** The one connection pool. Used by `*.repository.ts` and `*.query.ts` only. */
@Injectable()
export class Database extends PrismaClient implements OnApplicationShutdown {
  /** @param connections most at once */
  constructor(
    readonly url: string,
    connections = 10,
  ) {
    super({
      adapter: withExactNumbers(new PrismaPg({ connectionString: url, max: connections })),
      transactionOptions: { maxWait: 15_000, timeout: 60_000 },
    });
  }

  /** Last of all: what stops before may still write. */
  async onApplicationShutdown(): Promise<void> {
    await this.$disconnect();
  }
}
