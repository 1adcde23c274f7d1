import { Command, CommanderError } from 'commander';
import { ZodError } from 'zod';
import { ApiClient, CliError } from './api-client';
import { addCommands } from './commands';

interface GlobalOptions {
  readonly data: string;
  readonly json?: boolean;
}

const program = new Command('moodline')
  .description('Talks to the Moodline that runs on this machine.')
  .option('--data <folder>', 'data folder of the running Moodline', '.moodline')
  .option('--json', 'print JSON for scripts')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

addCommands(program, {
  api: () => new ApiClient(program.opts<GlobalOptions>().data),
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
      .hook('preAction', () => {
        for (const name of ['data', 'json'])
          if (command.getOptionValue(name) !== undefined) root.setOptionValue(name, command.getOptionValue(name));
        command.setOptionValue('data', undefined);
        command.setOptionValue('json', undefined);
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
