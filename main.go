// Command cadastre keeps the catalogue of an organization's IT.
package main

func main() {}
