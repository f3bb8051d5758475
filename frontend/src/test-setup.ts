import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { setDisplay } from "./ui/display";

// Nothing moves in tests: the motions of Fluent end at once where elements cannot be animated.
Reflect.deleteProperty(Element.prototype, "animate");

// A machine that builds other things meanwhile is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

// The files share what the modules keep: each finds it as the program does when it starts.
afterEach(() => {
  cleanup();
  setDisplay("", "");
  localStorage.clear();
  sessionStorage.clear();
});
