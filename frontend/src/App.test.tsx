import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { App } from "./App";

test("the page names the program", () => {
  render(<App />);
  expect(screen.getByRole("heading", { name: "Cadastre" })).toBeVisible();
});
