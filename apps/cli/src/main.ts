import { Command, CommanderError } from 'commander';
import { ZodError } from 'zod';
import { ApiClient, CliError } from './api-client';
import { addCommands } from './commands';

interface GlobalOptions {
  readonly data: string;
  readonly json?: boolean;
  readonly server?: string;
  readonly keyFile?: string;
}

/** Options of all commands, in the names of their values. */
const GLOBAL = ['data', 'json', 'server', 'keyFile'] as const;

const program = new Command('moodline')
  .description('Talks to the Moodline that runs on this machine, or to one on another with --server.')
  .option('--data <folder>', 'data folder of the running Moodline', '.moodline')
  .option('--server <url>', 'a Moodline on another machine, with --key-file')
  .option('--key-file <file>', 'file with a key of that Moodline, made in its settings')
  .option('--json', 'print JSON for scripts')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

addCommands(program, {
  api: () => {
    const { data, server, keyFile } = program.opts<GlobalOptions>();
    return server ? ApiClient.ofServer(server, keyFile) : ApiClient.ofFolder(data);
  },
  dataFolder: () =>
    program.getOptionValueSource('data') === 'default' ? undefined : program.opts<GlobalOptions>().data,
  print: (json, human) => console.log(program.opts<GlobalOptions>().json ? JSON.stringify(json) : human()),
});
acceptGlobalOptionsAnywhere(program);

/** `moodline status --json` and `moodline --json status` mean the same. */
function acceptGlobalOptionsAnywhere(root: Command): void {
  for (const command of root.commands) {
    command
      .option('--data <folder>', 'data folder of the running Moodline')
      .option('--json', 'print JSON for scripts')
      .option('--server <url>', 'a Moodline on another machine, with --key-file')
      .option('--key-file <file>', 'file with a key of that Moodline')
      .hook('preAction', () => {
        for (const name of GLOBAL) {
          if (command.getOptionValue(name) !== undefined) root.setOptionValue(name, command.getOptionValue(name));
          command.setOptionValue(name, undefined);
        }
      });
  }
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
    return;
  }
  const code = error instanceof CliError ? error.code : error instanceof ZodError ? 'unexpected-answer' : 'internal';
  const message =
    code === 'unexpected-answer'
      ? 'The server answered something this CLI does not know. Are both from the same version?'
      : (error as Error).message;
  console.error(program.opts<GlobalOptions>().json ? JSON.stringify({ code, message }) : message);
  process.exitCode = error instanceof CliError ? error.exitCode : 1;
}

program.parseAsync().catch(fail);
