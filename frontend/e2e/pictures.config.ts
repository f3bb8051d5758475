import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite-e2e",
  test: { environment: "node", include: ["pictures.ts"], testTimeout: 120_000 },
});
