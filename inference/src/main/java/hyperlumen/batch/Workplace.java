package hyperlumen.batch;

import hyperlumen.model.ModelStore;

/**
 * What all jobs of a run share; each part is thread-safe.
 *
 * @param queue where the jobs are
 * @param leases this run's hold on them
 * @param store the installed models
 * @param options how the machine may be used
 * @param control whether the run goes on
 * @param listener hears of everything
 * @param memory the budget
 * @param slots places for tiles
 */
record Workplace(
    JobQueue queue,
    JobLeases leases,
    ModelStore store,
    RunnerOptions options,
    RunControl control,
    BatchListener listener,
    MemoryLedger memory,
    TileSlots slots) {}
