/** Who holds a thing that only one tab of a person may do, such as ringing: the first that comes, until it goes or another takes it. */
export interface Mastership {
  readonly join: (resource: string, tabId: string) => void;
  /** The tab is gone: what it held passes to the tab that has waited longest. */
  readonly leave: (tabId: string) => void;
  /** False when the tab has no part in the resource. */
  readonly take: (resource: string, tabId: string) => boolean;
  /** Null when the tab has no part in it. */
  readonly look: (resource: string, tabId: string) => { readonly mine: boolean; readonly tabs: number } | null;
}

/** Nobody holds anything. */
export function createMastership(): Mastership {
  /** Per resource the tabs that share it; the first holds it. */
  const tabs = new Map<string, readonly string[]>();
  return {
    join: (resource, tabId) => {
      const sharing = tabs.get(resource) ?? [];
      if (!sharing.includes(tabId)) tabs.set(resource, [...sharing, tabId]);
    },
    leave: (tabId) => {
      for (const [resource, sharing] of tabs) {
        const left = sharing.filter((each) => each !== tabId);
        if (left.length > 0) tabs.set(resource, left);
        else tabs.delete(resource);
      }
    },
    take: (resource, tabId) => {
      const sharing = tabs.get(resource) ?? [];
      if (!sharing.includes(tabId)) return false;
      tabs.set(resource, [tabId, ...sharing.filter((each) => each !== tabId)]);
      return true;
    },
    look: (resource, tabId) => {
      const sharing = tabs.get(resource) ?? [];
      return sharing.includes(tabId) ? { mine: sharing[0] === tabId, tabs: sharing.length } : null;
    },
  };
}
