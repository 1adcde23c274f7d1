// Stands for a file that takes for ever to read.
for (;;);
