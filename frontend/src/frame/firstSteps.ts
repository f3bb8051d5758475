import { useGo } from "./go";
import { useLayout } from "./preferences";

/** "usual" shows the first steps while there is nothing to see yet, "open" until they are put away. */
export type FirstSteps = "usual" | "open" | "gone";

export const useFirstSteps = () => useLayout<FirstSteps>("first-steps", "usual");

/** Shows the first steps again, where they stand. */
export function useShowFirstSteps(): () => void {
  const [, set] = useFirstSteps();
  const go = useGo();
  return () => {
    set("open");
    go.home();
  };
}
