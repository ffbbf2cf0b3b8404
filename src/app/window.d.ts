import type { RingbackAutomation } from '../protocol/automation.ts';

declare global {
  interface Window {
    /** The documented handle for tests and other automation. */
    ringback?: RingbackAutomation;
  }
}
