/** Hands text to the person as a file. */
export function offerDownload(name: string, type: string, text: string): void {
  offerFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Hands bytes to the person as a file. The address is let go of in the next task, after the browser has taken it. */
export function offerFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  queueMicrotask(() => {
    URL.revokeObjectURL(address);
  });
}
