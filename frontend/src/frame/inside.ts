import { useEffect } from "react";

/** Keeps links from showing another page in place of this one, with whatever button they are clicked. */
export function useStayInside(): void {
  useEffect(() => {
    document.addEventListener("click", stay, true);
    document.addEventListener("auxclick", stay, true);
    return () => {
      document.removeEventListener("click", stay, true);
      document.removeEventListener("auxclick", stay, true);
    };
  }, []);
}

function stay(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (link instanceof HTMLAnchorElement && withoutHash(link.href) !== withoutHash(location.href))
    event.preventDefault();
}

const withoutHash = (address: string) => address.split("#", 1)[0];
