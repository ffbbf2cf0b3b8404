import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { HttpClient } from './http-client.ts';

const HttpContext = createContext<HttpClient | null>(null);

/** Hands the face's client to the look-ups below. */
export function HttpProvider({ http, children }: { readonly http: HttpClient; readonly children: ReactNode }) {
  return <HttpContext value={http}>{children}</HttpContext>;
}

/** The client for the options of this folder. */
export function useHttp(): HttpClient {
  const http = useContext(HttpContext);
  if (http === null) throw new Error('Used outside of HttpProvider.');
  return http;
}
