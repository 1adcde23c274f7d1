export * from './database';
export * from './database.module';
export * from './embedded-database';
export * from './migrations';
export * from './supported-server';
export { Prisma } from './generated/prisma/client';
export * from './array-parameter';
export * from './database-lock';
