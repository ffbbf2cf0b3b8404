import type { RingbackAutomation } from '../src/protocol/automation.ts';

declare global {
  interface Window {
    /** Not there until the page has been started. */
    readonly ringback: RingbackAutomation;
  }
}
