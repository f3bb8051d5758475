/** How long a frame is waited for: a window that nobody sees has none. */
const most = 100;

/** Acts when what is there now has been painted, unless the returned function is called before. */
export function oncePainted(act: () => void): () => void {
  let timer = setTimeout(act, most);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
