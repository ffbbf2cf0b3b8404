import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A place for the focus when what had it is gone, a removed row say: after the dialog has given the focus back in vain. */
export function useFocusAfter<Place extends HTMLElement>(): { readonly place: RefObject<Place | null>; readonly gone: () => void } {
  const place = useRef<Place>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count > 0) place.current?.focus();
  }, [count]);
  const gone = useCallback(() => setCount((before) => before + 1), []);
  return { place, gone };
}
