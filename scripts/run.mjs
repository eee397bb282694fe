// The one door of every npm script: node scripts/run.mjs <command>. Runs on Node 20 and newer before anything is
// installed, so only built-in modules are imported here; a command's own module is loaded after the installation.
import { ensureInstalled } from './install.mjs';

const COMMANDS = [
  'start',
  'demo',
  'test',
  'check',
  'format',
  'bench',
  'bench-quality',
  'check-quality',
  'chaos',
  'keys',
  'fuzz',
  'simulate',
];

const [name, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(name)) {
  console.error(`usage: node scripts/run.mjs ${COMMANDS.join(' | ')}`);
  process.exit(2);
}
try {
  await ensureInstalled();
  const { run } = await import(`./commands/${name}.mjs`);
  process.exitCode = await run(args);
} catch (error) {
  console.error(process.env.QUARRY_VERBOSE ? error : `quarry: ${error.message}`);
  process.exitCode = 1;
}
