import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { App } from "./App";
import { fakeWindow } from "./test-window";

test("the page names the program", async () => {
  fakeWindow();
  render(<App />);
  expect(await screen.findByRole("heading", { name: "Cadastre" })).toBeVisible();
});
