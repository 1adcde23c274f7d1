// A process that delivers what waits and kills itself at a moment of the sending; see delivery-crash.db.spec.ts.
const order = JSON.parse(process.argv[2]);
require('../../../../shared/testing/src/load-sources.cjs')(order.cacheDir);
require('./killed-deliverer.ts').work(order);
