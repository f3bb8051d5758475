import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * The bar that slides the columns. The rows are slid by hand with it, and those columns that stay in
 * sight are held back in the same moment, so that they never tremble.
 */
export function SideBar({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cells = scroller.current;
    const own = bar.current;
    if (!cells || !own) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    let aside = 0;
    const follow = () => {
      if (cells.scrollLeft === aside) return;
      aside = cells.scrollLeft;
      cells.style.setProperty("--aside", `${aside}px`);
      own.scrollLeft = aside;
    };
    const slide = () => {
      if (cells.scrollLeft === own.scrollLeft) return;
      cells.scrollLeft = own.scrollLeft;
      cells.dispatchEvent(new Event("scroll")); // the browser would tell of it with the next frame
    };
    // Where the rows have a bar of their own beside them, they slide by its width further.
    const beside = new ResizeObserver(() =>
      own.style.setProperty("--beside", `${own.clientWidth - cells.clientWidth}px`),
    );
    beside.observe(cells);
    const onWheel = (event: WheelEvent) => {
      const by = event.deltaX || (event.shiftKey ? event.deltaY : 0);
      if (by) own.scrollLeft += by;
    };
    cells.addEventListener("scroll", follow, { signal, passive: true });
    cells.addEventListener("wheel", onWheel, { signal, passive: true });
    own.addEventListener("scroll", slide, { signal, passive: true });
    return () => {
      listeners.abort();
      beside.disconnect();
    };
  }, [scroller]);
  return (
    <div className="grid-side-bar bars-stay" ref={bar}>
      <div />
    </div>
  );
}
