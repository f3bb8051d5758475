import { Fragment } from "react";
import { keysText } from "./keys";

/** A key combination as keycaps. */
export function Keys({ keys }: { keys: string }) {
  const caps = keysText(keys).split("+");
  return (
    <span className="keys">
      {caps.map((cap, i) => (
        <Fragment key={cap}>
          {i > 0 && <span aria-hidden>+</span>}
          <kbd>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
