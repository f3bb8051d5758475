package main

import (
	"os"
	"syscall"
)

// peakMemory is the most that an ended process had in memory, in bytes; 0 where the system does not tell.
func peakMemory(p *os.ProcessState) float64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return float64(u.Maxrss) * 1024
	}
	return 0
}
