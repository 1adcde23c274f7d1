// Says nothing of its own: a benchmark prints its table itself. Only a failure is shown.
module.exports = class BenchReporter {
  onTestResult(_test, result) {
    if (result.failureMessage) console.error(result.failureMessage);
  }
};
