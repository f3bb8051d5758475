import { defineConfig } from "vitest/config";

// Two at a time: each file has a browser, and each test a program, of its own.
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite-e2e",
  test: {
    environment: "node",
    include: ["*.e2e.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 10_000 } },
  },
});
