/** How far it scrolls at a time, for each pixel that the mouse is beyond the edge, and at most. */
const eagerness = 0.4;
const fastest = 72;
/** So much of the inside is header, sticky column or scroll bar: the cell beside it is meant. */
const inside = 8;

/**
 * Until the mouse is let go, scrolls while it is beyond an edge. After each step the mouse moves, for whoever
 * listens, over what is nearest to it inside.
 */
export function dragScroll(scroller: HTMLElement): void {
  let [x, y] = [0, 0];
  let frame = 0;
  const step = () => {
    frame = 0;
    const box = innerBox(scroller);
    const [across, down] = [beyond(x, box.left, box.right), beyond(y, box.top, box.bottom)];
    if (across === 0 && down === 0) return;
    scroller.scrollBy(pace(across), pace(down));
    document
      .elementFromPoint(within(x, box.left, box.right), within(y, box.top, box.bottom))
      ?.dispatchEvent(new MouseEvent("mousemove", { bubbles: true, buttons: 1 }));
    frame = requestAnimationFrame(step);
  };
  const move = (event: MouseEvent) => {
    if (!event.isTrusted) return; // that was a step
    [x, y] = [event.clientX, event.clientY];
    if (!frame) frame = requestAnimationFrame(step);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("mousemove", move);
    document.removeEventListener("mouseup", end);
  };
  document.addEventListener("mousemove", move);
  document.addEventListener("mouseup", end);
}

/** The part of a grid in which cells scroll: below its header, beside the scroll bars. */
function innerBox(scroller: HTMLElement) {
  const { left, top } = scroller.getBoundingClientRect();
  const head = scroller.querySelector<HTMLElement>(".grid-head")?.offsetHeight ?? 0;
  return {
    left,
    top: top + head,
    right: left + scroller.clientWidth,
    bottom: top + scroller.clientHeight,
  };
}

const beyond = (at: number, from: number, to: number) =>
  Math.min(0, at - from) + Math.max(0, at - to);
const pace = (by: number) => Math.max(-fastest, Math.min(fastest, by * eagerness));
const within = (at: number, from: number, to: number) =>
  Math.max(from + inside, Math.min(to - inside, at));
