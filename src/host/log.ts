import type { Log } from './ports.ts';

/** Anything that looks like a telephone number, but for its last two digits. */
const numberPattern = /\+?\d[\d ()-]{6,}\d(?=\d{2})/g;

/** Text with telephone numbers hidden but for their last two digits. */
export const masked = (text: string): string => text.replace(numberPattern, '…');

/** The console, with numbers masked; a SharedWorker has one of its own. */
export function consoleLog(): Log {
  return {
    info: (text) => { console.info(masked(text)); },
    warn: (text) => { console.warn(masked(text)); },
    error: (text) => { console.error(masked(text)); },
  };
}
