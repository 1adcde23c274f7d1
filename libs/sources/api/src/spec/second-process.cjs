// Runs second-process.ts from its source, for specs in which a process of the product is killed or stands beside another.
const order = JSON.parse(process.argv[2]);
require('../../../../shared/testing/src/load-sources.cjs')(order.cacheDir);
const { DatabaseModule } = require('@moodline/shared/db');
require('./second-process.ts').work(order, DatabaseModule.forRoot(order.databaseUrl));
