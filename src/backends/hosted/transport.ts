import type { ToHost } from '../../protocol/envelope.ts';
import type { Port } from '../../protocol/ports.ts';

/** Where the host runs, as seen from a tab. */
export type TransportKind = 'sharedWorker' | 'tabLeader' | 'inPage';

/** A way from this tab to the host. */
export interface Transport {
  readonly kind: TransportKind;
  /**
   * Opens a path to whoever is the host now; rejects when there can be none. `lost` is called when the path has broken,
   * and when another host may have come: either way the tab connects anew.
   */
  readonly connect: (lost: () => void) => Promise<Port<ToHost>>;
  readonly close: () => void;
}
