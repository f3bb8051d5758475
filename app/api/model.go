package api

import "cadastre/store/schema"

// Model is the model of the data.
type Model struct{}

// Get returns the whole model.
func (*Model) Get() *schema.Model { return schema.Default() }
