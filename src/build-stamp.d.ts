/** Names this build: two tabs of different builds must not write to one journal. Put in by vite.config.ts. */
declare const __BUILD_ID__: string;

/** When this build was made, in epoch milliseconds: the newer of two builds may write. Put in by vite.config.ts. */
declare const __BUILD_AT_MS__: number;
