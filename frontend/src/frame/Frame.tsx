import { Outlet } from "@tanstack/react-router";
import { useShortcuts } from "../commands";
import { UnsavedGuard } from "./UnsavedGuard";

/** What stands around every page. */
export function Frame() {
  useShortcuts();
  return (
    <UnsavedGuard>
      <main className="page">
        <Outlet />
      </main>
    </UnsavedGuard>
  );
}
