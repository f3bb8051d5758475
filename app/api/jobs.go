package api

import (
	"context"
	"sync"
	"time"

	"cadastre/store/fault"
	"cadastre/store/record"
)

// Jobs is long work under way. Its state comes with the event "job", at most ten times a second and
// always when it ends.
type Jobs struct {
	host Host
	mu   sync.Mutex
	byID map[string]*running
}

// running is one job.
type running struct {
	jobs   *Jobs
	cancel context.CancelFunc
	mu     sync.Mutex
	state  Job
	told   time.Time
}

func newJobs(host Host) *Jobs { return &Jobs{host: host, byID: map[string]*running{}} }

// tellEvery is how often progress is told at the most.
const tellEvery = 100 * time.Millisecond

// keptMost is how many jobs are remembered.
const keptMost = 50

// start runs work in the background and answers with its state.
func (j *Jobs) start(kind, phase string, work func(context.Context, *running) error) Job {
	ctx, cancel := context.WithCancel(context.Background())
	r := &running{jobs: j, cancel: cancel, state: Job{ID: record.NewID().String(), Kind: kind, Phase: phase, Notes: []string{}}}
	j.mu.Lock()
	j.drop()
	j.byID[r.state.ID] = r
	j.mu.Unlock()
	started := r.get()
	go func() {
		defer cancel()
		r.finish(safely(func() error { return work(ctx, r) }))
	}()
	return started
}

func safely(f func() error) (err error) {
	defer rescue(&err)
	return f()
}

// drop forgets finished jobs when there are many.
func (j *Jobs) drop() {
	if len(j.byID) < keptMost {
		return
	}
	for id, r := range j.byID {
		if r.get().Finished {
			delete(j.byID, id)
		}
	}
}

// Get returns a job's state.
func (j *Jobs) Get(id string) (out Job, err error) {
	defer rescue(&err)
	r, err := j.find(id)
	if err != nil {
		return out, err
	}
	return r.get(), nil
}

// Cancel stops a job as soon as it can be; the catalogue stays as it was.
func (j *Jobs) Cancel(id string) (err error) {
	defer rescue(&err)
	r, err := j.find(id)
	if err != nil {
		return err
	}
	r.cancel()
	return nil
}

func (j *Jobs) find(id string) (*running, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if r := j.byID[id]; r != nil {
		return r, nil
	}
	return nil, fault.New(fault.NotFound, "This work has ended and is no longer remembered.")
}

func (r *running) get() Job {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.state
}

// progress notes how far the work is.
func (r *running) progress(phase string, done, total int) {
	r.mu.Lock()
	tell := phase != r.state.Phase || time.Since(r.told) >= tellEvery
	r.state.Phase, r.state.Done, r.state.Total = phase, done, total
	if tell {
		r.told = time.Now()
	}
	state := r.state
	r.mu.Unlock()
	if tell {
		r.jobs.host.Emit("job", state)
	}
}

// previewed tells that there is more to be seen of what the work will come to.
func (r *running) previewed() {
	r.mu.Lock()
	r.state.Previews++
	state := r.state
	r.mu.Unlock()
	r.jobs.host.Emit("job", state)
}

// result says what came of the work.
func (r *running) result(text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state.Result = text
}

// note says what was written, or was not.
func (r *running) note(sentence string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state.Notes = append(r.state.Notes, sentence)
}

// made says what the work changed.
func (r *running) made(done Done) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state.Made = &done
}

func (r *running) finish(err error) {
	r.mu.Lock()
	r.state.Finished = true
	if err != nil {
		f := FaultOf(err)
		r.state.Error = &f
	}
	state := r.state
	r.mu.Unlock()
	r.jobs.host.Emit("job", state)
}

// FaultOf is an error as the page gets it.
func FaultOf(err error) Fault {
	f := fault.From(err)
	out := Fault{Code: string(f.Code), Message: f.Message, Field: f.Field, Fields: f.Fields, Details: string(f.Code)}
	if out.Fields == nil {
		out.Fields = map[string]string{}
	}
	if f.Cause != nil {
		out.Details += ": " + f.Cause.Error()
	}
	return out
}
