import 'reflect-metadata';
import { loadEnvironmentFile, loadSettings, SettingsError } from '@moodline/shared/config';
import { DatabaseStartError } from '@moodline/shared/db';
import { DomainError } from '@moodline/shared/http';
import { giveUpRoot } from './account/give-up-root';
import { Product } from './product';
import { StartError } from './start-error';
import { Steps } from './steps';

async function main(): Promise<void> {
  loadEnvironmentFile();
  const asked = loadSettings();
  const { reason, ownerPassword } = giveUpRoot(asked);
  if (reason) console.warn(`\n  Moodline runs as root, because ${reason}.\n`);
  const settings = ownerPassword === undefined ? asked : { ...asked, ownerPassword };
  const product = new Product(settings, new Steps());
  stopOnSignals(product);
  try {
    const { serves, ownerLink } = await product.start();
    const entrance = ownerLink
      ? `Become the owner:   ${ownerLink}\n                      (works once, within 15 minutes)`
      : 'Without a password: npm run -s moodline -- owner-link';
    const address = serves
      ? `Moodline is ready:  ${settings.publicUrl}\n  ${entrance}`
      : 'Moodline is ready and works for the database of DATABASE_URL.';
    console.log(`\n  ${address}\n\n  Stop with Ctrl-C. Log: ${settings.dataDir}/moodline.log\n`);
  } catch (error) {
    await product.stop();
    throw error;
  }
}

/** Ctrl-C and a polite kill end every child; a second Ctrl-C does not interrupt that. */
function stopOnSignals(product: Product): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\n  Stopping …');
    await product.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop().catch(fail));
  // The launcher is gone, however it ended.
  process.on('disconnect', () => void stop().catch(fail));
}

function fail(error: unknown): never {
  const known = [StartError, SettingsError, DatabaseStartError, DomainError].some((kind) => error instanceof kind);
  console.error(
    `\n  ${known ? (error as Error).message : `Moodline could not start: ${error instanceof Error ? error.stack : String(error)}`}\n`,
  );
  process.exit(1);
}

main().catch(fail);
