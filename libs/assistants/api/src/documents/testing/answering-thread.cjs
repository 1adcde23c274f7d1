// Stands for the thread that reads a document: says what it was given, or why it refuses it.
const { parentPort, workerData } = require('node:worker_threads');
const refused = { code: 'document-broken', message: 'The file is damaged.', status: 400 };
const text = { kind: 'text', pages: null, emptyPages: 0, characters: workerData.bytes.length, passages: [] };
parentPort.postMessage(workerData.name === 'broken' ? { refused } : { text });
