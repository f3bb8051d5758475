import { type RefObject, useEffect, useRef } from "react";

/** Where a reader goes on when the page before has taken the focus away with it. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  return title;
}
