import Testing

import Workers

@Suite struct WorkQueueTests {
  @Test(arguments: [(0, 4), (1, 4), (100, 7), (64, 64), (1001, 1)]) func eachPieceIsGivenOnce(count: Int, chunk: Int) {
    for pattern in [[WorkQueue.End.front], [.back], [.front, .back], [.back, .back, .front]] {
      let queue = WorkQueue(count: count, chunk: chunk)
      var taken: [Int] = []
      var turn = 0
      while let range = queue.take(from: pattern[turn % pattern.count]) {
        taken += range
        turn += 1
      }
      #expect(taken.sorted() == Array(0..<count))
      #expect(queue.take() == nil)
    }
  }

  @Test func workersAtBothEndsShareAllWork() async {
    let queue = WorkQueue(count: 50_000, chunk: 3)
    let taken = await withTaskGroup(of: [Int].self) { group in
      for number in 0..<4 {
        group.addTask {
          var taken: [Int] = []
          while let range = queue.take(from: .init(ofWorker: number)) { taken += range }
          return taken
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.sorted() == Array(0..<50_000))
  }

  @Test func aClosedQueueIsEmpty() {
    let queue = WorkQueue(count: 100, chunk: 10)
    #expect(queue.take() == 0..<10)
    queue.close()
    #expect(queue.take() == nil)
    #expect(queue.take(from: .back) == nil)
  }
}
