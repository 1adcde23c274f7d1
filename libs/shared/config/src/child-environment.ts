/** What programs need to run at all: places, language, limits of threads. Nothing of Moodline's settings is among it. */
const NEEDED =
  /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|TZ|LANG|LC_\w+|SystemRoot|windir|NODE_ENV|NODE_OPTIONS|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH|OMP_\w+)$/i;

/** The environment of a process that computes for Moodline: it holds no key and no address of a database. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED.test(name))) as NodeJS.ProcessEnv;
}
