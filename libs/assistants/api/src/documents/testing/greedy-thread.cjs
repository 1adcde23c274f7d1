// Stands for a file that unpacks without end.
const kept = [];
for (;;) kept.push(new Array(100_000).fill(kept.length));
