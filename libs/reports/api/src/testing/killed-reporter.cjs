// A process that makes a report which is due and kills itself at a moment of it; see report-crash.db.spec.ts.
const order = JSON.parse(process.argv[2]);
require('../../../../shared/testing/src/load-sources.cjs')(order.cacheDir);
require('./killed-reporter.ts').work(order);
